import type { ReactNode } from "react";
import styles from "./icon.module.css";

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const shapes = {
  back: <path d="M14.5 5l-7 7 7 7" {...line} strokeWidth="2" />,
  next: <path d="M9.5 5l7 7-7 7" {...line} strokeWidth="2" />,
  list: (
    <>
      <path d="M9 6h11M9 12h11M9 18h11" {...line} strokeWidth="1.8" />
      <path d="M4.5 6h.01M4.5 12h.01M4.5 18h.01" {...line} strokeWidth="3" />
    </>
  ),
  book: <path d="M5 4h14v16H5zM9 4v16M12 9h4M12 13h4" {...line} strokeWidth="1.8" />,
  rules: (
    <g {...line} strokeWidth="1.8">
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="2.600" />
      <circle cx="8" cy="17" r="2.600" />
    </g>
  ),
  tiles: (
    <path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z" {...line} strokeWidth="1.8" />
  ),
  models: <path d="M3 10l5-5 5 5v9H3zM16 9h5v10h-5z" {...line} strokeWidth="1.8" />,
  day: (
    <g {...line} strokeWidth="1.8">
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.5 1.5M16.900 16.900l1.5 1.5M18.400 5.6l-1.5 1.5M7.100 16.900l-1.5 1.5" />
    </g>
  ),
  roster: (
    <g {...line} strokeWidth="1.8">
      <path d="M4 6h16v14H4zM4 10.500h16M8.500 3.500v4M15.500 3.500v4" />
      <path d="M8 15h3M14 15h2" />
    </g>
  ),
  pen: <path d="M4.500 19.500l1-4L16 5l3 3L8.500 18.500zM14 7l3 3" {...line} strokeWidth="1.8" />,
  minus: <path d="M5 12h14" {...line} strokeWidth="2.200" />,
  me: (
    <g {...line} strokeWidth="1.8">
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5" />
    </g>
  ),
  plus: <path d="M12 5v14M5 12h14" {...line} strokeWidth="2.2" />,
  phone: (
    <path
      d="M5 4h4l2 5-2.5 1.800a12 12 0 0 0 4.7 4.700L15 13l5 2v4a1.5 1.5 0 0 1-1.6 1.500A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z"
      {...line}
      strokeWidth="1.8"
    />
  ),
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" {...line} strokeWidth="1.8" />,
  camera: (
    <g {...line} strokeWidth="1.8">
      <path d="M3 8h4l1.5-3h7L17 8h4v11H3z" />
      <circle cx="12" cy="13" r="3.5" />
    </g>
  ),
  stop: (
    <path
      d="M8 2h8l6 6v8l-6 6H8l-6-6V8zM6.5 10.700v2.600h11v-2.600z"
      fill="currentColor"
      fillRule="evenodd"
    />
  ),
  yes: <path d="M4.5 12.5l5 5 10-11" {...line} strokeWidth="2.6" />,
  no: <path d="M6 6l12 12M18 6L6 18" {...line} strokeWidth="2.6" />,
  lack: (
    <circle
      cx="12"
      cy="12"
      r="8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeDasharray="4.2 4.180"
    />
  ),
  over: <path d="M4 4h16v16H4z" fill="currentColor" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path d="M12 4a8 8 0 0 0 0 16z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  pause: <path d="M6 4h4v16H6zM14 4h4v16h-4z" fill="currentColor" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A shape in the colour of the text around it. Never alone: the word beside it carries the meaning. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `${styles.icon} ${className}` : styles.icon}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
