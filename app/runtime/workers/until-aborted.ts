/** The work's value, or a rejection as soon as the signal says stop: what does not listen is not waited for. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(interruption(signal));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([work, aborted]);
}

/** Named as the signal's own reason: a `TimeoutError` took too long. */
function interruption({ reason }: AbortSignal): Error {
  const error = new Error("interrupted, or it took too long");
  if (reason instanceof Error) error.name = reason.name;
  return error;
}
