import { RoomToCome } from "#controls/RoomToCome.tsx";

export function ChoicePage() {
  return <RoomToCome room="choice" />;
}
