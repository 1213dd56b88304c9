import type { MemberRole } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type MemberRoleSelectProps = {
  readonly label: string;
  readonly roles: readonly MemberRole[];
  readonly value: MemberRole;
  readonly onChoose: (role: MemberRole) => void;
  readonly small?: boolean;
};

export function MemberRoleSelect({ label, roles, value, onChoose, small }: MemberRoleSelectProps) {
  const { t } = usePhrases();
  return (
    <select
      className="input"
      data-size={small ? "small" : "normal"}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = roles.find((role) => role === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`memberRoles.${role}`)}
        </option>
      ))}
    </select>
  );
}
