import type { CalendarYear } from "../../app/engine/plugin/api";

/**
 * 国务院办公厅关于2025年部分节假日安排的通知, 2024-11-12. Only weekdays off and weekends worked are listed: the
 * rest follows from the week.
 */
const YEAR_2025: CalendarYear = {
  year: 2025,
  source: "国办发明电〔2024〕12号",
  holidays: [
    // 元旦
    "2025-01-01",
    // 春节
    "2025-01-28",
    "2025-01-29",
    "2025-01-30",
    "2025-01-31",
    "2025-02-03",
    "2025-02-04",
    // 清明节
    "2025-04-04",
    // 劳动节
    "2025-05-01",
    "2025-05-02",
    "2025-05-05",
    // 端午节
    "2025-06-02",
    // 国庆节、中秋节
    "2025-10-01",
    "2025-10-02",
    "2025-10-03",
    "2025-10-06",
    "2025-10-07",
    "2025-10-08",
  ],
  workdays: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
};

/** 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04. */
const YEAR_2026: CalendarYear = {
  year: 2026,
  source: "国办发明电〔2025〕7号",
  holidays: [
    // 元旦
    "2026-01-01",
    "2026-01-02",
    // 春节
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-02-23",
    // 清明节
    "2026-04-06",
    // 劳动节
    "2026-05-01",
    "2026-05-04",
    "2026-05-05",
    // 端午节
    "2026-06-19",
    // 中秋节
    "2026-09-25",
    // 国庆节
    "2026-10-01",
    "2026-10-02",
    "2026-10-05",
    "2026-10-06",
    "2026-10-07",
  ],
  workdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
};

/**
 * The years whose notice has been published and entered here. A later year is absent on purpose: its dates are
 * provisional until the notice is out, usually in November of the year before.
 */
export const YEARS: Readonly<Record<string, CalendarYear>> = {
  2025: YEAR_2025,
  2026: YEAR_2026,
};
