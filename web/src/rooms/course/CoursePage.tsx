import { RoomToCome } from "#controls/RoomToCome.tsx";

export function CoursePage() {
  return <RoomToCome room="course" />;
}
