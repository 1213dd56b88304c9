/**
 * Finds names that may be alike without comparing each with each: two names meet where they share a
 * word, or the beginning or the end of a longer word. Blocks that hold very many names ("advies") tell
 * nothing and are passed over, so that 50,000 names against 50,000 stay a matter of seconds.
 */
export type NameBlocks<Item> = {
  readonly add: (tokens: readonly string[], item: Item) => void;
  readonly near: (tokens: readonly string[]) => ReadonlySet<Item>;
};

const crowded = 200;

export function nameBlocks<Item>(): NameBlocks<Item> {
  const blocks = new Map<string, Item[]>();
  return {
    add(tokens, item) {
      for (const key of blockKeys(tokens)) {
        const block = blocks.get(key);
        if (block === undefined) blocks.set(key, [item]);
        // One more than is ever looked at marks the block as crowded.
        else if (block.length <= crowded) block.push(item);
      }
    },
    near(tokens) {
      const found = new Set<Item>();
      for (const key of blockKeys(tokens)) {
        const block = blocks.get(key);
        if (block === undefined || block.length > crowded) continue;
        for (const item of block) found.add(item);
      }
      return found;
    },
  };
}

function blockKeys(tokens: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const token of tokens) {
    keys.add(token);
    if (token.length >= 5) keys.add(`${token.slice(0, 4)}*`).add(`*${token.slice(-4)}`);
  }
  const joined = tokens.join("");
  if (joined.length >= 6) keys.add(`=${joined.slice(0, 6)}`);
  return keys;
}
