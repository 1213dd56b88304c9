import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Button } from "../controls/Button.tsx";
import { type Room, RoomIcon } from "../controls/RoomIcon.tsx";
import { AccountFoot } from "./AccountFoot.tsx";
import { reading } from "./api.ts";
import { ExampleStrip } from "./ExampleStrip.tsx";
import { KeyboardHelp } from "./KeyboardHelp.tsx";
import { usePhrases } from "./language.tsx";
import { Search } from "./Search.tsx";
import { isTyping } from "./toasts.tsx";

const rooms: readonly Room[] = ["today", "customers", "choice", "experience", "course", "settings"];

/** The frame of every page behind the door: six rooms, search, help. */
export function Shell() {
  const { t } = usePhrases();
  const { data: session } = useQuery(reading("getSession", {}));
  const [open, setOpen] = useState<"search" | "help" | null>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const seen = useRef(path);

  useEffect(() => {
    // A new page starts at its heading, for the eye and for the screen reader.
    if (seen.current === path) return;
    seen.current = path;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key === "k") {
        event.preventDefault();
        setOpen("search");
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === "/") {
        event.preventDefault();
        setOpen("search");
      } else if (event.key === "?") setOpen("help");
    }
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <a className="skip-link" href="#content">
        {t("shell.skip")}
      </a>
      <div className="shell">
        <header className="phone-bar no-print">
          <Link className="phone-mark" to="/today">
            <img src="/favicon.svg" width="24" height="24" alt="" />
            {session?.organization?.name ?? t("shell.product")}
          </Link>
          <Button size="small" onClick={() => setOpen("search")}>
            {t("shell.search")}
          </Button>
        </header>
        <nav className="rooms no-print" aria-label={t("shell.rooms")}>
          <Link className="mark" to="/today">
            <img src="/favicon.svg" width="26" height="26" alt="" />
            {t("shell.product")}
          </Link>
          <ul>
            {rooms.map((room) => (
              <li key={room}>
                <Link to={`/${room}`} activeProps={{ "aria-current": "page" }}>
                  <RoomIcon room={room} />
                  <span>{t(`shell.${room}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <AccountFoot
            session={session}
            onSearch={() => setOpen("search")}
            onHelp={() => setOpen("help")}
          />
        </nav>
        <div className="shell-column">
          {session?.organization?.kind === "example" && <ExampleStrip session={session} />}
          <main className="page" id="content" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      {open === "search" && <Search onClose={() => setOpen(null)} />}
      {open === "help" && <KeyboardHelp onClose={() => setOpen(null)} />}
    </>
  );
}
