import { Sheet } from "../controls/Sheet.tsx";
import { usePhrases } from "./language.tsx";

const keys = [
  ["/", "keySearch"],
  ["Ctrl K", "keyCommands"],
  ["J  K", "keyMove"],
  ["Enter", "keyOpen"],
  ["Z", "keyUndo"],
  ["?", "keyHelp"],
] as const;

export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = usePhrases();
  return (
    <Sheet title={t("shell.keys")} onClose={onClose}>
      <table className="plain-table">
        <tbody>
          {keys.map(([key, phrase]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(`shell.${phrase}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
