/** A change to people that a rule refuses, in a sentence for the person who asked; thrown inside the transaction. */
export class ChangeRefused extends Error {
  override name = "ChangeRefused";
}
