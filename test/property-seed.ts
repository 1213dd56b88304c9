import fc from "fast-check";

// The same cases on every machine: what fails here fails there. KOERS_SEED tries others.
fc.configureGlobal({ seed: Number(process.env["KOERS_SEED"] ?? 20_261_121) });
