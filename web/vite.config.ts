import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const conditions = ["source"];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions },
  build: {
    outDir: "dist/app",
    emptyOutDir: true,
    target: "es2024",
    // The page's security policy allows no inline code or style.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { port: 4401, proxy: { "/api": "http://localhost:4400" } },
});
