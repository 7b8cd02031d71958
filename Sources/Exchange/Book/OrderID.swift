/// The number by which a venue's participant names an order.
///
/// Ids may be dense (1, 2, 3 …) or sparse; an id is free for reuse once its order has left the book.
public typealias OrderID = UInt64
