const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** A file to be saved, under a name that may be Chinese (RFC 5987); its ending says what it is. */
export function attachment({ name, bytes }: { name: string; bytes: Uint8Array }): Response {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const type = Object.entries(types).find(([known]) => known === ending)?.[1];
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type ?? "application/octet-stream",
      "Content-Disposition": `attachment; filename="file.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
