const NUMBER = /(\+?\d[\d-]{5,18}\d)/;

/** A text whose telephone number can be pressed. */
export function PhoneLink({ text }: { text: string }) {
  return text.split(NUMBER).map((part, index) =>
    index % 2 === 1 ? (
      <a key={`${index} ${part}`} href={`tel:${part}`}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

/** The first telephone number in a text; undefined where there is none. */
export function phoneIn(text: string): string | undefined {
  return NUMBER.exec(text)?.[1];
}
