import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY = 1500;

/** Reads the page anew now and then while something runs; without scripts there is a link for that. */
export function useProgress(isRunning: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isRunning || state !== "idle") return undefined;
    const timer = setTimeout(revalidate, EVERY);
    return () => clearTimeout(timer);
  }, [isRunning, state, revalidate]);
}
