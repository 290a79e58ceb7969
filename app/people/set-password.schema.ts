import { z } from "zod";
import { typedNewPassword } from "./typed-text";

export const setPasswordSchema = z.object({ password: typedNewPassword("Enter a password") });
