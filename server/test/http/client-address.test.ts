import { describe, expect, test } from "vitest";
import { clientAddress, limiterKey } from "../../src/http/client-address.ts";

describe("the address of who asks", () => {
  test("is the other end of the connection, whatever a header says", () => {
    expect(clientAddress("203.0.113.7", "198.51.100.1", [])).toBe("203.0.113.7");
    expect(clientAddress("::ffff:203.0.113.7", null, [])).toBe("203.0.113.7");
  });

  test("is the last that no named proxy added", () => {
    const proxies = ["10.0.0.0/8", "fd00::/8"];
    expect(clientAddress("10.1.2.3", "6.6.6.6, 198.51.100.1, 10.9.9.9", proxies)).toBe(
      "198.51.100.1",
    );
    expect(clientAddress("fd00::1", "2001:db8::5", proxies)).toBe("2001:db8::5");
    expect(clientAddress("10.1.2.3", "nonsense", proxies)).toBe("10.1.2.3");
    expect(clientAddress("10.1.2.3", null, proxies)).toBe("10.1.2.3");
  });
});

test("an IPv6 network is one asker", () => {
  const same = ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2:3::"];
  expect(new Set(same.map(limiterKey))).toEqual(new Set(["2001:db8:1:2::/64"]));
  expect(limiterKey("::1")).toBe("0:0:0:0::/64");
  expect(limiterKey("203.0.113.7")).toBe("203.0.113.7");
});
