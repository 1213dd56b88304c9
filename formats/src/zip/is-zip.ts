/** True when a file starts as a ZIP archive does: with an entry, or with the end of an empty one. */
export function isZip(start: Uint8Array): boolean {
  if (start[0] !== 0x50 || start[1] !== 0x4b) return false;
  return (start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6);
}
