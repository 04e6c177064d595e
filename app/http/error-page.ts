import type { Refusal } from "../engine/refusal";
import { say, type Language } from "../engine/text";

interface PageInput {
  refusal: Refusal;
  language: Language;
  requestId: string;
  nonce: string;
}

const words = {
  zh: { title: "没有办成", back: "回到首页", code: "代码" },
  en: { title: "It was not done", back: "To the first page", code: "Code" },
};

/** A page for what is refused before a route is asked. Needs no script and no file of ours. */
export function errorPage({ refusal, language, requestId, nonce }: PageInput): string {
  const { title, back, code } = words[language];
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 清源</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 0 auto; padding: 3rem 1rem; font: 1rem/1.7 system-ui, sans-serif;
  color: light-dark(#182026, #e9ece8); background: light-dark(#f3f4f0, #11171b); }
h1 { font: 700 1.5rem/1.4 "Songti SC", "Noto Serif CJK SC", serif; }
a { color: light-dark(#0d4a66, #84c5df); }
small { color: light-dark(#5b656c, #9ba6aa); }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${escapeHtml(say(refusal.message, language))}</p>
<p><a href="/">${back}</a></p>
<p><small>${code} ${escapeHtml(refusal.code)} · ${escapeHtml(requestId)}</small></p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
