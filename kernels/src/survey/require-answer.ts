/** The answer at an index, or a RangeError that names the index. */
export function requireAnswer(
  answers: ArrayLike<number>,
  index: number,
  lowest: number,
  highest: number,
): number {
  const answer = answers[index];
  if (answer === undefined || !Number.isInteger(answer) || answer < lowest || answer > highest)
    throw new RangeError(
      `answer ${index} is ${answer}, not a whole number from ${lowest} to ${highest}`,
    );
  return answer;
}

/** A count that is a whole number of zero or more, or a RangeError that names it. */
export function requireCount(name: string, count: number): number {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`${name} is ${count}, not a whole number of zero or more`);
  return count;
}
