import type { Words } from "./words";

/** How words that stand beside each other are put together. */
export const zh = {
  joins: {
    list: "、",
    comma: "，",
    clause: "；",
    label: "{{name}}：{{text}}",
    note: "{{text}}（{{note}}）",
    sentence: "{{one}}。{{other}}",
  },
};

export const en: Words<typeof zh> = {
  joins: {
    list: ", ",
    comma: ", ",
    clause: "; ",
    label: "{{name}}: {{text}}",
    note: "{{text}} ({{note}})",
    sentence: "{{one}}. {{other}}",
  },
};
