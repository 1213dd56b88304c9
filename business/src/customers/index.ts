export { refreshSums } from "./refresh-sums.ts";
