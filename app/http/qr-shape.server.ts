import QRCode from "qrcode";
import type { PaperPart } from "../runtime/api";

/** A QR code as one SVG path over a square of `size` modules. */
export interface QrShape {
  size: number;
  path: string;
}

/** The shapes of a paper's QR codes by their text: the browser then needs no QR program. */
export function qrShapes(blocks: readonly PaperPart[]): Record<string, QrShape> {
  const texts = blocks.flatMap((part) => (part.block === "qr" ? [part.text] : []));
  return Object.fromEntries(texts.map((text) => [text, qrShape(text)]));
}

/** The shape of one QR code. */
export function qrShape(text: string): QrShape {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const dark = [...data].flatMap((module, index) =>
    module ? [`M${index % size} ${Math.floor(index / size)}h1v1h-1z`] : [],
  );
  return { size, path: dark.join("") };
}
