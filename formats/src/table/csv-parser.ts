import type { Problem } from "../problem.ts";
import { refusal } from "../refusal.ts";

/** Longer than any cell that a spreadsheet can hold (32,767 characters). */
export const fieldLimit = 65_536;
const recordLimit = 1_000_000;

/** `row` counts records from 1, `line` is the physical line on which the record starts. */
export type OnRecord = (cells: string[], row: number, line: number) => void;

export type CsvParser = {
  /** Feeds more text; `last` closes the file. Throws a refusal for what is no CSV. */
  push(text: string, last: boolean): void;
};

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/**
 * A CSV parser (RFC 4180) that is fed text in pieces of any size. Line ends are LF, CRLF or CR, mixed as
 * they come. Quotes follow the RFC strictly: a quote inside an unquoted field, text after a closing quote,
 * and a quote that is never closed are refused with their line, because each of them shifts every column
 * after it. One exception is common and harmless: a quote after a digit in an unquoted field is the sign
 * for inches or seconds (`37.8"N`) and is kept. The delimiter is one character.
 */
export function csvParser(delimiter: string, onRecord: OnRecord): CsvParser {
  const delimiterCode = delimiter.charCodeAt(0);
  let buffer = "";
  let row = 0;
  let line = 1;

  function refuse(
    code: "CSV_QUOTE" | "FIELD_TOO_LONG",
    place: Problem["place"],
    found: string,
  ): never {
    throw refusal({ code, severity: "refuse", place, found: found.slice(0, 200) });
  }

  /** An endless quoted field is nearly always a quote that was never closed. */
  function tooLong(text: string, atLine: number, quoted: boolean): never {
    const start = text.slice(0, fieldLimit);
    const unclosed = quoted && (countOf(start, '"') > start.length / 4 || /[\r\n]/.test(start));
    refuse(
      unclosed ? "CSV_QUOTE" : "FIELD_TOO_LONG",
      { line: atLine, row: row + 1 },
      start.slice(0, 60),
    );
  }

  function deliver(cells: string[], lines: number): void {
    row++;
    onRecord(cells, row, line);
    line += lines;
  }

  function plainCells(text: string): string[] {
    if (text.length > fieldLimit)
      for (const cell of text.split(delimiter))
        if (cell.length > fieldLimit) tooLong(cell, line, false);
    return text.split(delimiter);
  }

  /**
   * One record that holds quotes, from `start`. Returns where the next one starts, or -1 when the text
   * ends before the record does.
   */
  function quotedRecord(start: number, last: boolean): number {
    const cells: string[] = [];
    let lines = 0;
    let at = start;
    for (;;) {
      let end: number;
      if (buffer.charCodeAt(at) === 34) {
        let close = at + 1;
        let escaped = false;
        for (;;) {
          close = buffer.indexOf('"', close);
          if (close < 0 || close - at > 2 * fieldLimit) {
            if ((close < 0 ? buffer.length : close) - at > 2 * fieldLimit)
              tooLong(buffer.slice(at), line + lines, true);
            if (last)
              refuse("CSV_QUOTE", { line: line + lines, row: row + 1 }, buffer.slice(at, at + 60));
            return -1;
          }
          if (buffer.charCodeAt(close + 1) !== 34) break;
          escaped = true;
          close += 2;
        }
        end = close + 1;
        if (end >= buffer.length && !last) return -1;
        const raw = buffer.slice(at + 1, close);
        if (raw.length > fieldLimit) tooLong(raw, line + lines, true);
        if (end < buffer.length && !atBoundary(end))
          refuse(
            "CSV_QUOTE",
            { line: line + lines, row: row + 1, column: cells.length + 1 },
            buffer.slice(at, end + 20),
          );
        cells.push(escaped ? raw.replaceAll('""', '"') : raw);
        lines += lineBreaks(raw);
      } else {
        end = at;
        for (; end < buffer.length; end++) {
          const code = buffer.charCodeAt(end);
          if (code === delimiterCode || code === 10 || code === 13) break;
          if (code === 34 && !isDigit(buffer.charCodeAt(end - 1)))
            refuse(
              "CSV_QUOTE",
              { line: line + lines, row: row + 1, column: cells.length + 1 },
              buffer.slice(at, end + 20),
            );
        }
        if (end - at > fieldLimit) tooLong(buffer.slice(at, end), line + lines, false);
        if (end >= buffer.length && !last) return -1;
        cells.push(buffer.slice(at, end));
      }
      if (buffer.charCodeAt(end) === delimiterCode) {
        at = end + 1;
        if (at >= buffer.length && !last) return -1;
        continue;
      }
      if (end < buffer.length) {
        const pair = buffer.charCodeAt(end) === 13;
        if (pair && end + 1 >= buffer.length && !last) return -1;
        end += pair && buffer.charCodeAt(end + 1) === 10 ? 2 : 1;
        lines++;
      }
      deliver(cells, lines);
      return end;
    }
  }

  function atBoundary(at: number): boolean {
    const code = buffer.charCodeAt(at);
    return code === delimiterCode || code === 10 || code === 13;
  }

  function push(text: string, last: boolean): void {
    buffer = buffer === "" ? text : buffer + text;
    let at = 0;
    let quote = buffer.indexOf('"');
    let feed = buffer.indexOf("\n");
    let carriage = buffer.indexOf("\r");
    while (at < buffer.length) {
      if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at);
      if (feed >= 0 && feed < at) feed = buffer.indexOf("\n", at);
      if (carriage >= 0 && carriage < at) carriage = buffer.indexOf("\r", at);
      let end = feed;
      if (carriage >= 0 && (feed < 0 || carriage < feed)) end = carriage;
      if (quote >= 0 && (end < 0 || quote < end)) {
        const after = quotedRecord(at, last);
        if (after < 0) break;
        at = after;
        continue;
      }
      if (end < 0) {
        if (!last) break;
        deliver(plainCells(buffer.slice(at)), 0);
        at = buffer.length;
        break;
      }
      let after = end + 1;
      if (end === carriage) {
        if (after >= buffer.length && !last) break;
        if (feed === after) after++;
      }
      deliver(plainCells(buffer.slice(at, end)), 1);
      at = after;
    }
    buffer = at === 0 ? buffer : buffer.slice(at);
    if (buffer.length > recordLimit) {
      if (!buffer.includes('"')) plainCells(buffer);
      tooLong(buffer, line, buffer.includes('"'));
    }
  }

  return { push };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function lineBreaks(text: string): number {
  const feeds = countOf(text, "\n");
  if (!text.includes("\r")) return feeds;
  return feeds + countOf(text.replaceAll("\r\n", "\n"), "\r");
}
