const paths = {
  today: "M4 10.5 12 4l8 6.5V20H4zM10 20v-5h4v5",
  customers:
    "M4 18c0-3 2.5-4.5 5-4.5s5 1.5 5 4.5M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M15 6a3 3 0 0 1 0 5M17 14c2 .5 3 2 3 4",
  choice: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 12h.01",
  experience: "M5 5h14v10h-8l-4 4v-4H5z",
  course: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M15.5 8.5l-2 5-5 2 2-5z",
  settings: "M5 7h8M17 7h2M15 5v4M5 12h2M11 12h8M9 10v4M5 17h6M15 17h4M13 15v4",
} as const;

export type Room = keyof typeof paths;

export function RoomIcon({ room }: { readonly room: Room }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[room]} />
    </svg>
  );
}
