import { useSay } from "../../i18n/use-say";
import type { CaseView, OperationsView } from "../../runtime/api";
import { ButtonLink } from "../button";
import { operationAddress } from "./operation-address";
import styles from "./standings.module.css";

interface StandingsProps {
  view: Pick<CaseView, "id" | "states">;
  standings: OperationsView["standings"];
}

/** Who has what waits, how it came to them and what they wait for; with what this person can do about it at once. */
export function Standings({ view, standings }: StandingsProps) {
  const say = useSay();
  if (standings.length === 0) return null;
  return (
    <ul className={styles.standings}>
      {standings.map(({ path, lines, acts }) => {
        const state = view.states.find((one) => one.path === path);
        const named = standings.length > 1 && state !== undefined;
        return (
          <li key={path}>
            <p>
              {named && <b>{say(state.title)}</b>}
              {lines.map((line) => (
                <span key={line.zh}>{say(line)}</span>
              ))}
            </p>
            {acts.map((entry) => (
              <ButtonLink key={entry.key} to={operationAddress(view.id, entry)}>
                {say(entry.label)}
              </ButtonLink>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
