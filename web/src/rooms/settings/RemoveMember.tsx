import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { useAct } from "#app/use-act.ts";
import { Button } from "#controls/Button.tsx";
import { Sheet } from "#controls/Sheet.tsx";

type RemoveMemberProps = {
  readonly member: { readonly id: string; readonly name: string; readonly self: boolean };
  readonly onClose: () => void;
};

/** Asks once more before someone is shown out. */
export function RemoveMember({ member, onClose }: RemoveMemberProps) {
  const { t } = usePhrases();
  const act = useAct();
  const { id, name, self } = member;

  async function remove() {
    const done = await act(
      () => api("removeMember", { id }),
      t("settings.memberRemoved", { name }),
    );
    if (done && self) location.assign("/");
    onClose();
  }

  return (
    <Sheet title={t("settings.memberRemoveTitle", { name })} onClose={onClose}>
      <p>{t("settings.memberRemoveText", { name })}</p>
      <div className="row">
        <Button kind="primary" onClick={() => void remove()}>
          {t("settings.memberRemove")}
        </Button>
        <Button data-focus="" onClick={onClose}>
          {t("shell.cancel")}
        </Button>
      </div>
    </Sheet>
  );
}
