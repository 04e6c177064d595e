import type { Words } from "./words";

/** Practising on a live installation. */
export const zh = {
  practice: {
    title: "演练",
    now: "不进台账，不占编号，不通知任何人",
    about:
      "演练时，页面和正式的一样，事项另存一处：不进台账，不占编号，不算统计，不通知任何人。练熟了再结束演练，回到正式的事项。",
    paper: "演练，不作凭证",
    begin: "开始演练",
    end: "结束演练",
  },
};

export const en: Words<typeof zh> = {
  practice: {
    title: "Practice",
    now: "Matters made here stand in no register, take no number and reach nobody.",
    about:
      "In practice the pages are the same, and matters are kept apart: in no register, without numbers of the live ones, in no figures, and nobody is told. End it to come back to the live matters.",
    paper: "Practice, not a record",
    begin: "Begin practice",
    end: "End practice",
  },
};
