import { RoomToCome } from "#controls/RoomToCome.tsx";

export function ExperiencePage() {
  return <RoomToCome room="experience" />;
}
