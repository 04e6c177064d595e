import { own } from "../../engine/json";
import { parseParentWord } from "../../engine/links/cancel";
import { parseTell } from "../../engine/projection/tell";
import { listOf, type Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import { findBriefs } from "../../storage/case-briefs";
import type { ParkedRow } from "../../storage/county-queues";
import type { Database } from "../../storage/database";
import type { ParkedView } from "../api";
import type { Definitions } from "../definitions";
import { momentText } from "./moment-text";

/** What stands still, in words, without anything of the matters' people: numbers and places only. */
export async function viewParked(
  { database, definitions }: { database: Database; definitions: Definitions },
  rows: readonly ParkedRow[],
): Promise<ParkedView[]> {
  const views: ParkedView[] = [];
  for (const row of rows) {
    const { queue, id, caseId } = row;
    // A matter that cannot be read any more is a common reason to stand here: its row is shown all the same.
    const [brief] = await findBriefs(database, [caseId]).catch(() => []);
    const workflow = brief && (await definitions.get(brief.hash).catch(() => undefined));
    views.push({
      ...{ queue, id, caseId },
      what: whatText(row, workflow),
      number: brief?.number ?? null,
      placeName: brief?.place.name ?? "",
      since: momentText(row.parkedAt),
      why: WHY[row.fault ?? ""] ?? (row.fault === null ? CRASHED : refusedAs(row.fault)),
    });
  }
  return views;
}

function whatText({ queue, id, what }: ParkedRow, workflow: Workflow | undefined): Text {
  if (queue === "outbox") {
    const action = workflow?.registry.actions.get(what)?.title;
    const link = parseTell(what)?.link ?? parseParentWord(what);
    if (link !== undefined) return wordTo(own(workflow?.source.links ?? {}, link)?.title);
    return action ?? (what.startsWith("job:") ? JOB : { zh: "通知", en: "Notify" });
  }
  const deadline = own(workflow?.source.deadlines ?? {}, what);
  const title = deadline?.title ?? { zh: what };
  const [, key] = /:l([A-Za-z0-9]+)$/.exec(id) ?? [];
  const rung = deadline?.ladder?.find((one) => one.key === key);
  if (rung === undefined || workflow === undefined) return title;
  const roles = listOf(rung.tell.map((role) => workflow.roles[role]?.title ?? { zh: role }));
  return {
    zh: `${title.zh}：告知${roles.zh}`,
    en: `${title.en ?? title.zh}: tell ${roles.en ?? roles.zh}`,
  };
}

/** A matter's word to the ones that it opened. */
function wordTo(title: Text = { zh: "关联事项", en: "Linked matter" }): Text {
  return { zh: `告诉关联的“${title.zh}”`, en: `Tell the linked “${title.en ?? title.zh}”` };
}

const JOB: Text = { zh: "后台任务", en: "A job" };

const CRASHED: Text = {
  zh: "五次都没有做完，服务器中途停了。先看服务器日志。",
  en: "It was never finished in five tries: the server stopped each time. See its log.",
};

const WHY: Readonly<Record<string, Text>> = {
  nobody: {
    zh: "这里没有人担任要通知的角色。先在“人员和岗位”里任命，再重试。",
    en: "Nobody holds the roles to be told here. Appoint somebody, then try again.",
  },
  timeout: {
    zh: "发送的渠道一直没有回应。先看渠道通不通，再重试。",
    en: "The channel did not answer. See whether it works, then try again.",
  },
  unreadable: {
    zh: "存的内容读不出来，可能已经按期限销毁。核对后再决定要不要重试。",
    en: "What was stored cannot be read; its key may have been destroyed. Check before trying again.",
  },
  error: {
    zh: "没有做成，原因在服务器日志里。处理好再重试。",
    en: "It failed; the server’s log says why. Put it right, then try again.",
  },
};

function refusedAs(code: string): Text {
  return {
    zh: `事项没有接受（${code}）。请维护流程包的人看一看，再重试。`,
    en: `The matter refused it (${code}). Ask who keeps the package, then try again.`,
  };
}
