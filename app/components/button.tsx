import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

interface ButtonLook {
  /** `go`: the one thing this screen is for. `text`: a link that acts. */
  kind?: "go" | "plain" | "text";
  wide?: boolean;
  mini?: boolean;
}

/** The classes of a button, for elements that are not `<button>` or `<Link>`. */
export function buttonClass({ kind = "plain", wide, mini }: ButtonLook): string {
  return [styles.button, styles[kind], wide && styles.wide, mini && styles.mini]
    .filter(Boolean)
    .join(" ");
}

/** A native button; `busy` says that the press was taken and stays readable. */
export function Button({
  kind,
  wide,
  mini,
  busy,
  ...native
}: ButtonLook & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const look = buttonClass({ kind, wide, mini });
  return (
    <button
      type="submit"
      {...native}
      aria-busy={busy || undefined}
      className={busy ? `${look} ${styles.busy}` : look}
    />
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ kind, wide, mini, ...link }: ButtonLook & LinkProps) {
  return <Link {...link} className={buttonClass({ kind, wide, mini })} />;
}
