import type { PersonActor } from "../../app/platform/actor";
import { findActor } from "../../prisma/scenarios/people";
import type { Reader } from "../pages/every-page";

/** The demonstration's person for each list of pages: in each state the one whose turn it is. */
const emails: Record<Reader, string | null> = {
  nobody: null,
  lead: "grace.pellingham@council-001.example",
  answering: "ines.corbalan@council-003.example",
  head: "ruth.ambleforth@school-0012001.example",
  adviser: "edmund.vaisley@adviser.example",
  reviewer: "helena.marshwick@department.example",
  second: "callum.brightholm@department.example",
  admin: "priya.nandlake@department.example",
};

export async function findReader(reader: Reader): Promise<PersonActor | null> {
  const email = emails[reader];
  return email === null ? null : findActor(email);
}
