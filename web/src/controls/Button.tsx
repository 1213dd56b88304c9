import type { ButtonHTMLAttributes } from "react";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: "primary" | "plain" | "quiet";
  readonly size?: "normal" | "small";
};

export function Button({ kind = "plain", size = "normal", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={className === undefined ? "button" : `button ${className}`}
      data-kind={kind}
      data-size={size}
    />
  );
}
