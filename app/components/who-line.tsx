import { useSay } from "../i18n/use-say";
import { useFrameData } from "./frame-data";

/** Who is signed in, in one line: 石桥村·协勤 杨秀兰. Nothing where nobody is. */
export function WhoLine() {
  const say = useSay();
  const who = useFrameData()?.signedIn?.who;
  if (!who) return null;
  return (
    <>
      {who.unitName}·{say(who.roleTitle)} {who.name}
    </>
  );
}
