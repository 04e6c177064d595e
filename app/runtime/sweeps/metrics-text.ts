import { SECOND } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { SweptQueue } from "../api";
import type { CountyFigures } from "./view-queue";

type Figures = CountyFigures & { queue: SweptQueue };

interface Metric {
  name: string;
  help: string;
  type: "gauge" | "counter";
  /** Null: there is nothing to say. */
  value: (figures: Figures) => number | null;
}

const seconds = (at: Instant | null): number | null => (at === null ? null : at / SECOND);

const METRICS: readonly Metric[] = [
  {
    name: "qy_queue_last_look_timestamp_seconds",
    help: "When the queue was last looked at to the end.",
    type: "gauge",
    value: ({ lastAt }) => seconds(lastAt),
  },
  {
    name: "qy_queue_running_since_timestamp_seconds",
    help: "Since when the queue is being worked on.",
    type: "gauge",
    value: ({ runningSince }) => seconds(runningSince),
  },
  {
    name: "qy_queue_next_timestamp_seconds",
    help: "When the next one is due.",
    type: "gauge",
    value: ({ nextAt }) => seconds(nextAt),
  },
  {
    name: "qy_queue_due",
    help: "Due and not done yet.",
    type: "gauge",
    value: ({ due }) => due,
  },
  {
    name: "qy_queue_retrying",
    help: "Failed, and tried again later.",
    type: "gauge",
    value: ({ retrying }) => retrying,
  },
  {
    name: "qy_queue_parked",
    help: "Left alone after the last try: somebody has to look.",
    type: "gauge",
    value: ({ parked }) => parked,
  },
  {
    name: "qy_queue_done_total",
    help: "Done since the server started.",
    type: "counter",
    value: ({ done }) => done,
  },
  {
    name: "qy_queue_failed_total",
    help: "Tries that failed since the server started.",
    type: "counter",
    value: ({ failed }) => failed,
  },
];

/** The figures in Prometheus' text format, labelled by queue and county code. Pure. */
export function metricsText(figures: readonly Figures[]): string {
  const lines = METRICS.flatMap(({ name, help, type, value }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...figures.flatMap((one) => {
      const found = value(one);
      // A code is digits; a label must not be anything else.
      const county = one.county.replace(/\D/g, "");
      return found === null ? [] : [`${name}{queue="${one.queue}",county="${county}"} ${found}`];
    }),
  ]);
  return `${lines.join("\n")}\n`;
}
