import { expect, test } from "vitest";
import { wordFor } from "../../app/engine/scope-words";
import { loadPlugins } from "../../app/runtime/plugins";
import { exampleDocument } from "../support/example-document";
const document = await exampleDocument();
const registry = loadPlugins();
const word = (path: string): string => wordFor(document, registry, path).zh;

test.each([
  ["data.borrower.name", "姓名"],
  ["data.items[*].count", "件数"],
  ["data.items.0.count", "件数"],
  ["data.items[*]", "工具"],
  ["data.items[*].id", "工具"],
  ["facts.toolCount", "借用件数"],
  ["params.lendingDays", "借期（天）"],
  ["case.number", "编号"],
  ["user.role", "办理人的角色"],
  ["links.repair[*].end", "维修的结果"],
  ["links.repair", "维修"],
])("%s is called %s", (path, called) => {
  expect(word(path)).toBe(called);
});

test.each(["[*].age", "data.nowhere", "facts.nothing", "links.x[*].end", "constructor", ""])(
  "%j has no name, and is still called by words",
  (path) => {
    expect(word(path)).toBe("其中的内容");
  },
);
