import { toHalfWidth, type PluginFormat } from "../../app/engine/plugin/api";

const MOBILE = /^1[3-9]\d{9}$/;
/** Area code, number, and an extension after a hyphen. */
const LANDLINE = /^0\d{2,3}\d{7,8}(-\d{1,6})?$/;
const EXTENSION = /^(0\d{2,3}-?\d{7,8})-(\d{1,6})$/;

/** Digits alone, without 86 before a mobile number; an extension keeps its hyphen: 085112345678-12. */
function toDigits(text: string): string {
  const plain = toHalfWidth(text)
    .replace(/[\s()]/g, "")
    .replace(/[‐-―－]/g, "-");
  const [, number = plain, extension] = EXTENSION.exec(plain) ?? [];
  const digits = number.replace(/-/g, "").replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, "");
  return extension === undefined ? digits : `${digits}-${extension}`;
}

/** A Chinese mobile or landline number, with the spaces and hyphens that people write. */
export const phone: PluginFormat = {
  name: "phone",
  message: {
    zh: "写上 11 位手机号，或带区号的座机号",
    en: "Give a mobile number of 11 digits, or a landline with its area code",
  },
  test: (value) => {
    const digits = toDigits(value);
    return MOBILE.test(digits) || LANDLINE.test(digits);
  },
  normalize: toDigits,
};
