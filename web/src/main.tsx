import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./app/api.ts";
import { followAppearance } from "./app/appearance.ts";
import { LanguageProvider } from "./app/language.tsx";
import { router } from "./app/router.tsx";
import { ToastProvider } from "./app/toasts.tsx";
import "./style/page.css";
import "./style/controls.css";
import "./style/shell.css";

followAppearance();

const place = document.getElementById("koers");
if (place === null) throw new Error("index.html has no element #koers");

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
