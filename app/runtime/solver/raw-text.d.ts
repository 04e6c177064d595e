/** A file as its text: what runs in a thread of its own is bundled as such. */
declare module "*?raw" {
  const text: string;
  export default text;
}
