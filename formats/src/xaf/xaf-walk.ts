import type { Place } from "../problem.ts";
import type { ProblemList } from "../problem-list.ts";
import type { XmlAttributes, XmlCursor, XmlHandlers } from "../xml/read-xml.ts";
import { essentialAnywhere, type XafPlan, type XafSection } from "./xaf-plan.ts";

/** Occurrences of one unknown element. */
type Stranger = { readonly place: Place; readonly field: string; count: number };

// More different names than this are a file that invents them.
const mostStrangers = 1000;

/**
 * Follows a file through the plan: texts go to the slots of their section, and what the plan does not
 * know is skipped with everything in it, once reported.
 */
export function createXafWalk(
  root: XafSection<never>,
  problems: ProblemList,
  onRoot: (name: string, attributes: XmlAttributes, cursor: XmlCursor) => void,
) {
  const path: XafPlan[] = [];
  const sections: XafSection<string>[] = [];
  const strangers = new Map<string, Stranger>();
  let onlyOnce = new WeakMap<XafPlan, XafPlan>();
  let skipping = 0;

  function enter(plan: XafPlan, cursor: XmlCursor): void {
    path.push(plan);
    if (!isSection(plan)) return;
    sections.push(plan);
    plan.line = cursor.line;
    plan.column = cursor.column;
    plan.values.fill(undefined);
    plan.begin();
  }

  function open(name: string, attributes: XmlAttributes, cursor: XmlCursor): void {
    if (skipping > 0) {
      skipping += 1;
      return;
    }
    const parent = path[path.length - 1];
    if (parent === undefined) {
      onRoot(name, attributes, cursor);
      enter(root, cursor);
      return;
    }
    const plan = parent.children.get(name);
    if (plan === undefined) {
      stranger(parent, name, cursor);
      skipping = 1;
    } else if (plan.kind === "ignored") {
      skipping = 1;
    } else {
      if (plan.kind === "section" && !plan.many) once(plan, parent, cursor);
      enter(plan, cursor);
    }
  }

  /** A second `transactions` or `header` in one file would be read as if it belonged to the first. */
  function once(plan: XafPlan, parent: XafPlan, cursor: XmlCursor): void {
    if (onlyOnce.get(plan) === parent) {
      problems.add({
        code: "DUPLICATE_ELEMENT",
        severity: "refuse",
        place: { line: cursor.line, column: cursor.column },
        field: `${parent.name}/${plan.name}`,
      });
    }
    onlyOnce.set(plan, parent);
  }

  function close(_name: string, text: string, cursor: XmlCursor): void {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    const plan = path.pop() as XafPlan;
    if (!isSection(plan)) {
      const owner = sections[sections.length - 1] as XafSection<string>;
      if (owner.values[plan.slot] !== undefined) {
        problems.add({
          code: "DUPLICATE_ELEMENT",
          severity: "refuse",
          place: { line: cursor.line, column: cursor.column },
          field: `${owner.name}/${plan.name}`,
          found: text,
        });
      }
      owner.values[plan.slot] = text;
      owner.lines[plan.slot] = cursor.line;
      owner.columns[plan.slot] = cursor.column;
      return;
    }
    if (/\S/.test(text)) {
      problems.add({
        code: "UNEXPECTED_TEXT",
        severity: "flag",
        place: { line: cursor.line, column: cursor.column },
        field: plan.name,
        found: text.trim(),
      });
    }
    plan.end();
    sections.pop();
  }

  function stranger(parent: XafPlan, name: string, cursor: XmlCursor): void {
    const place = { line: cursor.line, column: cursor.column };
    const field = `${parent.name}/${name}`;
    const meant = sameButForCase(parent, name);
    const misplaced = essentialAnywhere.has(name) || (parent.essential && parent.kind === "field");
    if (meant?.essential === true || misplaced) {
      const expected = meant === undefined ? {} : { expected: meant.name };
      const severity = "refuse";
      problems.add({
        code: "UNEXPECTED_ELEMENT",
        severity,
        place,
        field,
        found: name,
        ...expected,
      });
      return;
    }
    const known = strangers.get(field);
    if (known !== undefined) known.count += 1;
    else if (strangers.size < mostStrangers) strangers.set(field, { place, field, count: 1 });
  }

  return {
    handlers: { open, close } satisfies XmlHandlers,
    /** Reports the unknown elements, one problem for each name. */
    finish(): void {
      for (const { place, field, count } of strangers.values()) {
        const found = field.slice(field.indexOf("/") + 1);
        problems.add({ code: "UNKNOWN_ELEMENT", severity: "flag", place, field, found, count });
      }
      strangers.clear();
    },
    /** Makes ready for the next file of the same books. */
    restart(): void {
      onlyOnce = new WeakMap();
      path.length = 0;
      sections.length = 0;
      skipping = 0;
    },
  };
}

function isSection(plan: XafPlan): plan is XafSection<string> {
  return plan.kind === "section";
}

function sameButForCase(parent: XafPlan, name: string): XafPlan | undefined {
  const lower = name.toLowerCase();
  for (const [known, plan] of parent.children) if (known.toLowerCase() === lower) return plan;
  return undefined;
}
