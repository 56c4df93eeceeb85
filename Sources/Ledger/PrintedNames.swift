/// What the price books that come along called things when the first signs were printed: names that are more than plain words, and
/// stand under the address that they had then. They are no others' to have.
enum PrintedNames {
  /// The names of their pages, by their own in capitals.
  static let slugs: [String: String] = Dictionary(
    uniqueKeysWithValues: names.map { name in
      let whole = name.uppercased()
      return (whole, whole.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-"))
    })

  /// The names of their pages.
  static let owned = Set(slugs.values)

  private static let names = [
    "Bread, white", "Bread, whole wheat", "Cookies, chocolate chip", "Eggs, large", "Milk, whole", "Coffee, ground",
    "Meals out, one day", "Childcare, babysitter, one child", "Haircut, women's", "Haircut, men's",
    "Ambulance ride, advanced life support", "Ambulance ride, basic life support", "Doctor's office visit, new patient",
    "Urgent care visit, new patient", "Rent, one month", "Night's lodging", "Music or art class, teacher",
    "Legal help, lawyer", "Subway or bus ride, New York", "Lift by car, per mile", "Gasoline, regular",
    "School clothes, one family", "Laundry, one wash load", "Eggs, free-range, 12", "Bread, sliced white loaf",
    "Milk, semi-skimmed, 2 pints", "Fish and chips, takeaway", "Hot drink, takeaway", "School dinner, primary",
    "Nursery session, ages 0-4", "Haircut, women's cut and blow-dry", "Plumber, daytime",
    "Electrician, daytime", "Carpenter, daytime", "Garage labour, local garage", "Dental check-up, private",
    "Physiotherapy, private", "Glasses, frames and lenses", "Painkillers, pack of 16-24", "Swim, adult off-peak",
    "Window cleaning, 3-bed semi", "Nappies, pack of 20-60", "Children's book", "Legal advice, solicitor",
    "Taxi ride, 2 miles", "Petrol, unleaded", "Bicycle, adult", "Coat, women's", "School shoes, girls', pair",
    "Suit dry-cleaned", "Pain, baguette", "Baby-sitter", "Assistante maternelle, par enfant",
    "Mano de obra, taller oficial",
    "Nachhilfe Mathematik, 45 Minuten", "Ticket métro-train-RER", "Ticket bus-tram",
    "Billete sencillo de metro, Barcelona",
    "Huevo blanco, 18 piezas", "Corte de cabello, barbería en CDMX", "Gas LP, cilindro", "Metro, Ciudad de México",
    "Metrobús, Ciudad de México", "Microbús, hasta 5 km",
  ]
}
