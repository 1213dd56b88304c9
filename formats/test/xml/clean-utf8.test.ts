import fc from "fast-check";
import { expect, test } from "vitest";
import { createCleanUtf8 } from "../../src/xml/clean-utf8.ts";
import { createXmlLexer } from "../../src/xml/xml-lexer.ts";

const utf8 = new TextEncoder();

function isClean(bytes: Uint8Array, places: readonly number[] = []): boolean {
  const look = createCleanUtf8();
  let from = 0;
  for (const place of [...places].sort((one, other) => one - other)) {
    look.push(bytes.slice(from, place), false);
    from = Math.max(from, place);
  }
  look.push(bytes.slice(from), false);
  return look.push(new Uint8Array(0), true);
}

test.each([
  ["<a>x</a>", true],
  [
    '\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<a b="1">é€😀 &amp;&lt;&gt;&quot;&apos; 5! ?</a>',
    true,
  ],
  ["<a>&</a>", false],
  ["<a>&amp</a>", false],
  ["<a>&nbsp;</a>", false],
  ["<a>&#38;</a>", false],
  ["<a>\u0001</a>", false],
  ["<a>\uffff</a>", false],
  ["<!DOCTYPE a><a/>", false],
  ["<a><!-- x --></a>", false],
  ["<a><![CDATA[x]]></a>", false],
  ["<a><?p x?></a>", false],
  [" <a/>", false],
  ["x", false],
  ["", false],
] as const)("%j: %s", (text, clean) => {
  const long = text + " ".repeat(300);
  expect(isClean(utf8.encode(text))).toBe(clean);
  expect(isClean(utf8.encode(long))).toBe(clean);
});

const piece = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.constantFrom("<a>", "</a>", "x", "é", "😀", "&amp;", "!", "?", "\n"),
  },
  { weight: 1, arbitrary: fc.constantFrom("<!", "<?", "&", "&#1;", "\u0002", "<!-- & -->") },
);

test("law: what is called clean needs no repair and no refusal by the exact scan", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), fc.array(fc.nat(400)), (parts, places) => {
      const text = `<a>${parts.join("")}`;
      const clean = isClean(utf8.encode(text), places);
      expect(clean).toBe(isClean(utf8.encode(text)));
      if (!clean) return;
      const lexer = createXmlLexer(false);
      lexer.push(text, true);
      expect(lexer.defects).toEqual({});
      expect(lexer.obstacle).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test("law: bytes that are not UTF-8 are never called clean", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.nat(400), (bytes, place) => {
      const input = Uint8Array.from([
        ...utf8.encode(`<a>${"x".repeat(300)}`),
        ...bytes,
        ...utf8.encode("</a>"),
      ]);
      let valid = true;
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(input);
      } catch {
        valid = false;
      }
      if (isClean(input, [place])) expect(valid).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
