import { z } from "zod";

/** A line or paragraph that must be there; `message` is said where it is missing or empty. */
export const typedText = (message: string) => z.string(message).trim().min(1, message);

const emailShape = "Enter an email address in the correct format, like name@example.com";

/** An email address, in small letters as accounts keep it. */
export const typedEmail = (message: string) =>
  typedText(message)
    .max(254, emailShape)
    .toLowerCase()
    .regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, emailShape);

const shortest = 12;
const longest = 200;
const commonest = /^(.)\1*$|^(0?123456789\d*|password.{0,6}|qwerty.{0,6}|letmein.{0,6}|(abc|1234)+)$/i;

/** A new password: length is what makes it hard to guess; the few long ones that everybody tries are refused. */
export const typedNewPassword = (message: string) =>
  z
    .string(message)
    .min(1, message)
    .min(shortest, `Password must be ${shortest} characters or more`)
    .max(longest, `Password must be ${longest} characters or fewer`)
    .refine((password) => !commonest.test(password), "Choose a password that is harder to guess");

export const newPasswordHint = `At least ${shortest} characters. Three random words are easy to remember and hard to guess.`;
