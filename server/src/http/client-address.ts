import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * The address that limits are counted under. `X-Forwarded-For` counts only when the one who sent it is
 * a proxy that the configuration names; then the last address in it that is no such proxy.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | null,
  trustedProxies: readonly string[],
): string {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) addToList(trusted, proxy);
  let address = plainAddress(remote ?? "127.0.0.1");
  const hops = (forwardedFor ?? "").split(",").map((hop) => plainAddress(hop.trim()));
  while (isOn(trusted, address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** IPv6 hands out whole networks: the first 64 bits are one asker. */
export function limiterKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}

function addToList(list: BlockList, proxy: string): void {
  const [network = "", bits] = proxy.split("/");
  const family = isIPv6(network) ? "ipv6" : "ipv4";
  if (bits === undefined) list.addAddress(network, family);
  else list.addSubnet(network, Number(bits), family);
}

function isOn(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
