import { expect, test } from "vitest";
import { allPhrases } from "../src/all-phrases.ts";
import { createPhrases, type Language } from "../src/index.ts";
import type { Phrase } from "../src/phrase.ts";
import { messageArguments } from "./message-arguments.ts";

type Tree = { readonly [key: string]: Phrase | Tree };
type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

const every = [...leaves(allPhrases)];
const hostile = `it's {found} "B&B" <b>'{'</b> # }`;

function* leaves(tree: Tree, path = ""): Generator<readonly [string, Phrase]> {
  for (const [name, branch] of Object.entries(tree)) {
    const key = path === "" ? name : `${path}.${name}`;
    if (isPhrase(branch)) yield [key, branch];
    else yield* leaves(branch, key);
  }
}

function isPhrase(branch: Phrase | Tree): branch is Phrase {
  return typeof branch["en"] === "string";
}

function values(message: string, text: string, count: number) {
  return Object.fromEntries(
    [...messageArguments(message)].map(([name, kind]) => [
      name,
      kind === "plural" ? count : kind === "select" ? "other" : text,
    ]),
  );
}

test("there are several hundred sentences to hold", () => {
  expect(every.length).toBeGreaterThan(500);
});

test("both languages of a sentence take the same arguments", () => {
  for (const [key, { en, nl }] of every) {
    expect([...messageArguments(nl).keys()].sort(), key).toEqual(
      [...messageArguments(en).keys()].sort(),
    );
  }
});

test.each<Language>(["en", "nl"])("every sentence can be said in %s", (language) => {
  const say = createPhrases(language).t as unknown as Say;
  for (const [key, phrase] of every) {
    for (const count of [0, 1, 2]) {
      const said = say(key, values(phrase[language], "x", count));
      expect(said, key).not.toMatch(/[{}]/);
      expect(said.trim(), key).not.toBe("");
    }
  }
});

test.each<Language>(["en", "nl"])("what a file holds is quoted as it stands in %s", (language) => {
  const say = createPhrases(language).t as unknown as Say;
  for (const [key, phrase] of every) {
    const kinds = [...messageArguments(phrase[language]).values()];
    if (kinds.length === 0 || kinds.some((kind) => kind !== "text")) continue;
    expect(say(key, values(phrase[language], hostile, 1)), key).toContain(hostile);
  }
});

test("apostrophes are letters, not quotes of the message syntax", () => {
  const { t } = createPhrases("nl");
  expect(t("shell.searchPages")).toBe("Pagina's");
  expect(t("facts.revenue.explanation")).toBe("Gefactureerd, min creditnota's, zonder btw");
  for (const [key, { en, nl }] of every) {
    expect(`${en} ${nl}`, key).not.toMatch(/'[{}]|[{}]'|''/);
  }
});

test("sentences are tidy: single spaces, no space before a stop, no straight quotation marks", () => {
  for (const [key, { en, nl }] of every) {
    for (const text of [en, nl]) {
      expect(text, key).not.toMatch(/ {2}| [,;]| \.(?![./])|"/);
    }
  }
});
