/** One sentence in both languages, side by side; ICU message syntax. */
export type Phrase = { readonly en: string; readonly nl: string };

export type Language = keyof Phrase;

/** A tree of phrases with the English texts in place of the pairs: what typed keys and arguments are read from. */
export type English<Tree> = Tree extends {
  readonly en: infer Text extends string;
  readonly nl: string;
}
  ? Text
  : { readonly [Key in keyof Tree]: English<Tree[Key]> };

/** The same tree in one language. */
export function inLanguage<Tree extends object>(tree: Tree, language: Language): English<Tree> {
  if (isPhrase(tree)) return tree[language] as English<Tree>;
  return Object.fromEntries(
    Object.entries(tree).map(([key, branch]) => [key, inLanguage(branch as object, language)]),
  ) as English<Tree>;
}

function isPhrase(tree: object): tree is Phrase {
  return "en" in tree && typeof tree.en === "string";
}
