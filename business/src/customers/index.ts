export { getPortfolio } from "./get-portfolio.ts";
export { refreshSums } from "./refresh-sums.ts";
