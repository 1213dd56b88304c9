import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { queryClient, reading } from "./api.ts";
import { ErrorPage } from "./ErrorPage.tsx";
import { MissingPage } from "./MissingPage.tsx";
import { Shell } from "./Shell.tsx";
import { customerSearch, portfolioSearch } from "./search-params.ts";

const root = createRootRoute({
  component: Outlet,
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
});

function session() {
  return queryClient.ensureQueryData(reading("getSession", {}));
}

const front = createRoute({
  getParentRoute: () => root,
  path: "/",
  async beforeLoad() {
    const { organization, firstVisit } = await session();
    if (organization !== null) throw redirect({ to: "/today" });
    throw redirect({ to: firstVisit ? "/start" : "/sign-in" });
  },
});

const start = createRoute({
  getParentRoute: () => root,
  path: "/start",
  component: lazyRouteComponent(() => import("../rooms/start/StartPage.tsx"), "StartPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../rooms/start/SignInPage.tsx"), "SignInPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(
    () => import("../rooms/start/InvitationPage.tsx"),
    "InvitationPage",
  ),
});

const door = createRoute({
  getParentRoute: () => root,
  id: "door",
  component: Shell,
  async beforeLoad() {
    const { organization, firstVisit } = await session();
    if (organization === null) throw redirect({ to: firstVisit ? "/start" : "/sign-in" });
  },
});

const today = createRoute({
  getParentRoute: () => door,
  path: "/today",
  component: lazyRouteComponent(() => import("../rooms/today/TodayPage.tsx"), "TodayPage"),
});

const customers = createRoute({
  getParentRoute: () => door,
  path: "/customers",
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(
    () => import("../rooms/customers/PortfolioPage.tsx"),
    "PortfolioPage",
  ),
});

const retention = createRoute({
  getParentRoute: () => door,
  path: "/customers/retention",
  validateSearch: customerSearch,
  component: lazyRouteComponent(
    () => import("../rooms/customers/RetentionPage.tsx"),
    "RetentionPage",
  ),
});

const imports = createRoute({
  getParentRoute: () => door,
  path: "/customers/import",
  component: lazyRouteComponent(() => import("../rooms/books/ImportPage.tsx"), "ImportPage"),
});

const importReport = createRoute({
  getParentRoute: () => door,
  path: "/customers/import/$importId",
  component: lazyRouteComponent(
    () => import("../rooms/books/ImportReportPage.tsx"),
    "ImportReportPage",
  ),
});

const unattributed = createRoute({
  getParentRoute: () => door,
  path: "/customers/unattributed",
  validateSearch: customerSearch,
  component: lazyRouteComponent(
    () => import("../rooms/customers/UnattributedPage.tsx"),
    "UnattributedPage",
  ),
});

const matches = createRoute({
  getParentRoute: () => door,
  path: "/customers/matches",
  component: lazyRouteComponent(() => import("../rooms/books/MatchesPage.tsx"), "MatchesPage"),
});

const customer = createRoute({
  getParentRoute: () => door,
  path: "/customers/$id",
  validateSearch: customerSearch,
  component: lazyRouteComponent(
    () => import("../rooms/customers/CustomerPage.tsx"),
    "CustomerPage",
  ),
});

const newException = createRoute({
  getParentRoute: () => door,
  path: "/customers/$id/exception",
  component: lazyRouteComponent(
    () => import("../rooms/choice/NewExceptionPage.tsx"),
    "NewExceptionPage",
  ),
});

const choice = createRoute({
  getParentRoute: () => door,
  path: "/choice",
  component: lazyRouteComponent(() => import("../rooms/choice/ChoicePage.tsx"), "ChoicePage"),
});

const exceptions = createRoute({
  getParentRoute: () => door,
  path: "/choice/exceptions",
  component: lazyRouteComponent(
    () => import("../rooms/choice/ExceptionsPage.tsx"),
    "ExceptionsPage",
  ),
});

const exception = createRoute({
  getParentRoute: () => door,
  path: "/choice/exceptions/$id",
  component: lazyRouteComponent(() => import("../rooms/choice/ExceptionPage.tsx"), "ExceptionPage"),
});

const exceptionEdit = createRoute({
  getParentRoute: () => door,
  path: "/choice/exceptions/$id/edit",
  component: lazyRouteComponent(
    () => import("../rooms/choice/ExceptionEditPage.tsx"),
    "ExceptionEditPage",
  ),
});

const experience = createRoute({
  getParentRoute: () => door,
  path: "/experience",
  component: lazyRouteComponent(
    () => import("../rooms/experience/ExperiencePage.tsx"),
    "ExperiencePage",
  ),
});

const course = createRoute({
  getParentRoute: () => door,
  path: "/course",
  component: lazyRouteComponent(() => import("../rooms/course/CoursePage.tsx"), "CoursePage"),
});

const settings = createRoute({
  getParentRoute: () => door,
  path: "/settings",
  component: lazyRouteComponent(() => import("../rooms/settings/SettingsPage.tsx"), "SettingsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    front,
    start,
    signIn,
    invitation,
    door.addChildren([
      today,
      customers,
      retention,
      imports,
      importReport,
      unattributed,
      matches,
      customer,
      newException,
      choice,
      exceptions,
      exception,
      exceptionEdit,
      experience,
      course,
      settings,
    ]),
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
