/** A task that nobody has taken runs on this deadline; its ladder says who looks after it. */
export interface UnownedSource {
  deadline: string;
  /** The states in which it holds; without it all in which people act. */
  in?: string[];
  except?: string[];
}
