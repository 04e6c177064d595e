/**
 * What demands of a model may read, as `staff.<name>`: name → what it counts. People there are come from the
 * directory, people needed from the model; nothing is about one person. `needed`, `there`, `short` are followed by
 * the name of a slot.
 */
export const STAFF_FACTS = {
  villages: "villages compared",
  officers: "officers at the stations over them",
  officerNames: "their names",
  auxiliaries: "auxiliaries in post in these villages",
  mediators: "mediators in these villages",
  villagesWithAuxiliary: "villages with an auxiliary in post",
  villagesWithCandidate:
    "villages where somebody stands in a round of selection; unknown without one",
  openVillages: "names of the villages with neither",
  openVillageCount: "how many these are",
  visitDays: "days of visits that all villages need in a week",
  visitDaysThere: "days of visits that the officers have in a week",
  villagesServed: "villages that the officers can serve in full",
  villagesUnserved: "the other villages",
  areas: "police areas that the villages make",
  smallestArea: "villages of the smallest area",
  largestArea: "villages of the largest area",
  smallestStation: "officers of the smallest station over them",
  policeShare:
    "share of the county's police that works at stations, in per cent; unknown until the county says how many it has",
} as const;

/** Maps of slots. */
export const STAFF_SLOTS = ["needed", "there", "short"] as const;

export type StaffFact = keyof typeof STAFF_FACTS;
