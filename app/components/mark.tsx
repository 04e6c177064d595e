import { Link } from "@remix-run/react";
import styles from "./mark.module.css";

/** The mark: 氵, which 清 and 源 share, as two drops and water that runs on. Leads to the start page. */
export function Mark() {
  return (
    <Link className={styles.mark} to="/">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" fill="currentColor" />
        <g fill="none" className={styles.water} strokeLinecap="round" strokeWidth="3">
          <path d="M7.6 6.8l3.2 2.6" />
          <path d="M6 13.9l3.2 2.4" />
          <path d="M6.4 25.6c3.6-1 4-5.8 7.2-5.8s3.3 4 6.3 4 3.2-3.6 5.9-4" />
          <path d="M15.2 12.7c2.4 0 2.6 2.8 5.1 2.8s2.9-2.6 5.5-2.9" />
        </g>
      </svg>
      <span>清源</span>
    </Link>
  );
}
