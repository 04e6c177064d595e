/** The people and villages that models are held against, as values: who is there, and what is known. */
export interface ForceGiven {
  villages: readonly VillageGiven[];
  /** Officers of the stations over these villages. */
  officers: readonly { name: string }[];
  /** Auxiliaries who work at the stations, not in one village. */
  stationAuxiliaries: number;
  /** The stations over them, with all of their police. */
  stations: readonly { name: string; police: number }[];
  /** Of the whole county: police at stations, and all police (null: nobody has filled it in). */
  county: { stationPolice: number; policeTotal: number | null };
}

export interface VillageGiven {
  code: string;
  name: string;
  township: string;
  /** The police area it belongs to; null where none is drawn. */
  area: string | null;
  auxiliaries: number;
  mediators: number;
  /** People who stand in a round of selection there; null where no round was begun. */
  candidates: number | null;
}
