import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { readXml, type XmlOptions } from "../../src/xml/read-xml.ts";

const utf8 = new TextEncoder();

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

function cut(bytes: Uint8Array, places: readonly number[]): Source {
  const sorted = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort(
    (a, b) => a - b,
  );
  return {
    name: "cut.xml",
    size: bytes.length,
    async *open() {
      let from = 0;
      for (const place of [...sorted, bytes.length]) {
        yield bytes.slice(from, place);
        from = place;
      }
    },
  };
}

async function read(input: string | Uint8Array | Source, options: XmlOptions = {}) {
  const bytes = typeof input === "string" ? utf8.encode(input) : input;
  const source = bytes instanceof Uint8Array ? sourceFromBytes("a.xml", bytes) : bytes;
  const events: string[] = [];
  const result = await readXml(
    source,
    {
      open(name, attributes, { line }) {
        events.push(`<${name}${JSON.stringify(attributes)}@${line}`);
      },
      close(name, text, { line }) {
        events.push(`${name}=${text}@${line}`);
      },
    },
    options,
  );
  const texts = Object.fromEntries(
    events.filter((event) => !event.startsWith("<")).map((event) => event.split(/[=@]/)),
  );
  const codes = result.problems.map((problem) => problem.code);
  return { ...result, events, texts, codes };
}

describe("encoding", () => {
  const text = '<?xml version="1.0" encoding="LABEL"?>\n<a>\n<b>Café</b></a>';
  const as = (label: string) => text.replace("LABEL", label);

  test.each([
    ["UTF-8", utf8.encode(as("UTF-8")), "utf-8"],
    ["UTF-8 with a byte order mark", utf8.encode(`\ufeff${as("UTF-8")}`), "utf-8"],
    ["UTF-8 without declaration", utf8.encode("<a><b>Café</b></a>"), "utf-8"],
    ["little-endian UTF-16", utf16(`\ufeff${as("UTF-16")}`, false), "utf-16le"],
    ["big-endian UTF-16", utf16(`\ufeff${as("UTF-16")}`, true), "utf-16be"],
    ["UTF-16 without byte order mark", utf16(as("UTF-16"), true), "utf-16be"],
    ["UTF-16 that says it is UTF-8", utf16(as("UTF-8"), false), "utf-16le"],
    ["ISO-8859-1", latin1(as("ISO-8859-1")), "iso-8859-1"],
    ["windows-1252", latin1(as("Windows-1252")), "windows-1252"],
    ["UTF-8 that says it is ISO-8859-1", utf8.encode(as("ISO-8859-1")), "utf-8"],
    ["UTF-8 that says it is UTF-16", utf8.encode(as("UTF-16")), "utf-8"],
  ])("reads %s", async (_name, bytes, encoding) => {
    const result = await read(bytes);
    expect(result.problems).toEqual([]);
    expect(result.encoding).toBe(encoding);
    expect(result.texts.b).toBe("Café");
  });

  test("repairs windows-1252 bytes under a UTF-8 declaration and names the first line", async () => {
    const result = await read(latin1(as("UTF-8").replace("Café", "Caf\xe9\x92s \x80 5")));
    expect(result.texts.b).toBe("Café’s € 5");
    expect(result.encoding).toBe("windows-1252");
    expect(result.problems).toMatchObject([
      { code: "REPAIRED_ENCODING", severity: "flag", place: { line: 3 }, count: 3 },
    ]);
  });

  test("keeps the valid characters of a file in which both encodings occur", async () => {
    const bytes = [...utf8.encode("<a><b>Café "), 0xe9, ...utf8.encode("én</b></a>")];
    const result = await read(Uint8Array.from(bytes));
    expect(result.texts.b).toBe("Café één");
    expect(result.codes).toEqual(["REPAIRED_ENCODING"]);
  });

  test.each([
    ["an overlong slash", [0xc0, 0xaf]],
    ["half a character", [0xe2, 0x82]],
    ["a five-byte sequence", [0xf8, 0x88, 0x80, 0x80, 0x80]],
    ["a byte that windows-1252 does not have", [0x81]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
  ])("refuses %s", async (_name, bad) => {
    const bytes = Uint8Array.from([
      ...utf8.encode("<a>\n<b>x"),
      ...bad,
      ...utf8.encode("y</b></a>"),
    ]);
    const result = await read(bytes);
    expect(result.problems).toMatchObject([{ code: "ENCODING_INVALID_BYTES", place: { line: 2 } }]);
    expect(result.events).toEqual([]);
  });

  test.each(["x-evil", "UTF-7", "UTF-32", "EBCDIC-CP-NL", "constructor", "iso-8859-12"])(
    "refuses to guess what %s is",
    async (label) => {
      const result = await read(utf8.encode(as(label)));
      expect(result.problems).toMatchObject([{ code: "ENCODING_UNSUPPORTED", found: label }]);
    },
  );

  test("refuses UTF-16 with half a surrogate pair", async () => {
    const result = await read(utf16("\ufeff<a>\n\ud800x</a>", false));
    expect(result.problems).toMatchObject([{ code: "ENCODING_INVALID_BYTES", place: { line: 2 } }]);
  });
});

describe("repairs", () => {
  test("a bare ampersand, but not what is or looks like an entity", async () => {
    const result = await read("<a>\n<b>A & B&C &amp; &#233; R&D;</b></a>");
    expect(result.codes).toEqual(["REPAIRED_AMPERSAND", "XML_NOT_WELL_FORMED"]);
    const repaired = await read('<a x="1&2">\n<b>A & B&C &amp; &#233;</b></a>');
    expect(repaired.texts.b).toBe("A & B&C & é");
    expect(repaired.events[0]).toBe('<a{"x":"1&2"}@1');
    expect(repaired.problems).toEqual([
      { code: "REPAIRED_AMPERSAND", severity: "flag", place: { line: 1 }, field: "a", count: 3 },
    ]);
  });

  test("leaves comments, CDATA and instructions as they are", async () => {
    const result = await read("<?p a&b?><a><!-- a & b --><b><![CDATA[a & <b> &amp;]]></b></a>");
    expect(result.problems).toEqual([]);
    expect(result.texts.b).toBe("a & <b> &amp;");
  });

  test("control characters, raw and as references", async () => {
    const result = await read("<a>\n<b>x\u0000\u001by&#x1B;&#7;z&#10;</b></a>");
    expect(result.texts.b).toBe("xyz\n");
    expect(result.problems).toEqual([
      {
        code: "REPAIRED_CONTROL_CHARACTER",
        severity: "flag",
        place: { line: 2 },
        field: "b",
        count: 4,
      },
    ]);
  });

  test("white space before the declaration, keeping the line numbers", async () => {
    const result = await read(' \r\n\r\n<?xml version="1.0" encoding="UTF-8"?>\n<a>\n<b>x</b></a>');
    expect(result.codes).toEqual(["REPAIRED_LEADING_SPACE"]);
    expect(result.events).toEqual(["<a{}@4", "<b{}@5", "b=x@5", "a=@5"]);
  });
});

describe("refusals", () => {
  const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

  test.each(
    [
      ["", "EMPTY_OR_NOT_XML"],
      [" \n ", "EMPTY_OR_NOT_XML"],
      ["<", "EMPTY_OR_NOT_XML"],
      ["<?xml", "EMPTY_OR_NOT_XML"],
      ['<?xml version="1.0"?>', "EMPTY_OR_NOT_XML"],
      ["PK\u0003\u0004", "EMPTY_OR_NOT_XML"],
      ["nr;datum;bedrag", "EMPTY_OR_NOT_XML"],
      ["<a><b>", "XML_TRUNCATED"],
      ["<a><b>te", "XML_TRUNCATED"],
      ["<a><b>te &am", "XML_TRUNCATED"],
      ["<a><b/", "XML_TRUNCATED"],
      ["<a><!-- ", "XML_TRUNCATED"],
      ["<a></a", "XML_TRUNCATED"],
      [`${doctype}<a>&x;</a>`, "DTD_NOT_ALLOWED"],
      [`<!-- <a> --><?p <a> ?>\n${doctype.toLowerCase()}<a/>`, "DTD_NOT_ALLOWED"],
      [`<a>${doctype}</a>`, "DTD_NOT_ALLOWED"],
      ["<a><b></a></b>", "XML_NOT_WELL_FORMED"],
      ["<a></a><b></b>", "XML_NOT_WELL_FORMED"],
      ["<a></a>rest", "XML_NOT_WELL_FORMED"],
      ["<a>&nbsp;</a>", "XML_NOT_WELL_FORMED"],
      ["<a>&constructor;</a>", "XML_NOT_WELL_FORMED"],
      ["<a>&#xD800;</a>", "XML_NOT_WELL_FORMED"],
      ['<a x="1" x="2"/>', "XML_NOT_WELL_FORMED"],
      ["<a>1 < 2</a>", "XML_NOT_WELL_FORMED"],
      ['<?xml version="1.1"?><a>&#x85;&#x1;&#xD800;</a>', "XML_NOT_WELL_FORMED"],
      ["<a>".repeat(65), "XML_TOO_DEEP"],
      [
        `<a ${Array.from({ length: 65 }, (_, n) => `a${n}="1"`).join(" ")}/>`,
        "XML_TOO_MANY_ATTRIBUTES",
      ],
      [`<${"é".repeat(129)}/>`, "FIELD_TOO_LONG"],
      [`<a ${"n".repeat(257)}="1"/>`, "FIELD_TOO_LONG"],
      [`<a>${"x".repeat(70_000)}</a>`, "FIELD_TOO_LONG"],
      [`<a x="${"x".repeat(70_000)}"/>`, "FIELD_TOO_LONG"],
      [`<a><!--${"<x".repeat(600_000)}--></a>`, "FIELD_TOO_LONG"],
      [`<a ${"x".repeat(2_000_000)}`, "FIELD_TOO_LONG"],
    ].map(([text = "", code = ""]) => [text.slice(0, 40), code, text] as const),
  )("%j is %s", async (_name, code, text) => {
    const result = await read(text);
    expect(result.codes.at(-1)).toBe(code);
    expect(result.problems.at(-1)?.severity).toBe("refuse");
    expect(result.complete).toBe(false);
  });

  test("a DOCTYPE stops the reading before the parser starts, in UTF-16 too", async () => {
    const result = await read(utf16(`\ufeff<?xml version="1.0"?>\n${doctype}<a/>`, false));
    expect(result.problems).toMatchObject([{ code: "DTD_NOT_ALLOWED", place: { line: 2 } }]);
    expect(result.events).toEqual([]);
  });

  test("say line and column", async () => {
    const truncated = await read("<a>\n<b>te");
    expect(truncated.problems).toMatchObject([{ field: "b", place: { line: 2, column: 5 } }]);
    const crossed = await read("<a>\r\n  <b></a>");
    expect(crossed.problems).toMatchObject([{ place: { line: 2, column: 9 } }]);
  });

  test("a file of more than two gigabytes, before a byte is read", async () => {
    const source: Source = {
      name: "large.xml",
      size: 3 * 1024 ** 3,
      open() {
        throw new Error("opened");
      },
    };
    expect((await read(source)).codes).toEqual(["FILE_TOO_LARGE"]);
  });
});

test("text is whole across comments and CDATA, and what is around children is not lost", async () => {
  const result = await read("<a>1<b>12<!-- c -->1<![CDATA[.]]>00</b>2</a>");
  expect(result.texts).toEqual({ a: "12", b: "121.00" });
});

test("text that is not wanted may be long and is left out", async () => {
  const long = "QUJD\n".repeat(400_000);
  const result = await read(`<a><file>${long}</file><b>x</b></a>`, { skipText: new Set(["file"]) });
  expect(result.problems).toEqual([]);
  expect(result.texts).toEqual({ a: "", file: "", b: "x" });
});

test("prefixes are cut from names", async () => {
  const result = await read('<x:a xmlns:x="urn:x"><y:b>1</y:b></x:a>');
  expect(result.events).toEqual(['<a{"xmlns:x":"urn:x"}@1', "<b{}@1", "b=1@1", "a=@1"]);
});

test("progress rises to the size of the file", async () => {
  const bytes = utf8.encode(`<a>${"<b>x</b>".repeat(100_000)}</a>`);
  const seen: number[] = [];
  await read(bytes, { onProgress: (done) => seen.push(done) });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(bytes.length);
});

test("an abort is thrown on", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(read("<a/>", { signal })).rejects.toThrow("enough");
});

describe("law: where the bytes are cut changes nothing", () => {
  const texts = [
    '\ufeff <?xml version="1.0" encoding="UTF-8"?>\r\n<a>\r\n<b>é€😀 & &amp; B&C;</b></a>',
    ' \n<?xml version="1.0"?>\r<a>\r<b x="1 & 2">é\u0001€&#x1b;😀 & &amp;</b><!-- & --><![CDATA[ & ]]>\r\n</a>',
    '<?xml version="1.0"?><a><b>&#38;&lt;</b>\r\n<!-- - -- <!DOCTYPE --></a>',
    '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE a><a/>',
    `<a><b>${"é & ".repeat(60)}</b><c>`,
  ];
  const inputs = [
    ...texts.map((text) => utf8.encode(text)),
    ...texts.map((text) => utf16(text.startsWith("\ufeff") ? text : `\ufeff${text}`, true)),
    latin1("<a>\r\n<b>Caf\xe9\x92s \x80 & \xfc</b></a>"),
    Uint8Array.from([...utf8.encode("<a>\n<b>é"), 0xe9, ...utf8.encode("é😀"), 0xe2, 0x82]),
  ];

  test.each(inputs.map((bytes, index) => [index, bytes] as const))("input %i", async (_, bytes) => {
    const whole = await read(bytes);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 20 }), async (places) => {
        expect(await read(cut(bytes, places))).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(
      await read(
        cut(
          bytes,
          Array.from(bytes, (_, at) => at),
        ),
      ),
    ).toEqual(whole);
  });
});
