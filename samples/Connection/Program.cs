using System;
using System.Collections.Generic;
using RustVsGo;

GiveAwayWhatIsBorrowed();
Lend();
Exchange();

static void GiveAwayWhatIsBorrowed()
{
    using var connection = new Connection();

    Handle(connection);

    Console.WriteLine($"The connection's transaction is open: {connection.Transaction.IsOpen}");

    static void Handle([BorrowedMut] Connection connection)
    {
        connection.Transaction.Execute("update accounts set balance = 90 where id = 1");

        // The caller goes on with this connection, and with the transaction that is part of it.
        Finish(connection.Transaction);
    }
}

static void Lend()
{
    using var connection = new Connection();

    Handle(connection);

    Console.WriteLine($"The lent transaction is open: {connection.Transaction.IsOpen}");

    static void Handle([BorrowedMut] Connection connection)
    {
        connection.Transaction.Execute("update accounts set balance = 90 where id = 1");

        // The callee borrows for the call: it may change the transaction, and takes nothing.
        Commit(connection.Transaction);
    }
}

static void Exchange()
{
    using var connection = new Connection();

    Handle(connection);

    Console.WriteLine($"The new transaction is open: {connection.Transaction.IsOpen}");

    static void Handle([BorrowedMut] Connection connection)
    {
        connection.Transaction.Execute("update accounts set balance = 90 where id = 1");

        // The connection gets another transaction in the same step: the old one belongs to nobody else and may be given away.
        Finish(Own.Replace(ref connection.Transaction, new Transaction()));
    }
}

static void Finish([Owned] Transaction transaction)
{
    transaction.Commit();
    transaction.Dispose();
}

static void Commit([BorrowedMut] Transaction transaction) => transaction.Commit();

/// <summary>Statements that take effect together or not at all. It ends once: committed, or rolled back when it is disposed before.</summary>
[Owned]
public sealed class Transaction : IDisposable
{
    private readonly List<string> _statements = [];

    public bool IsOpen { get; private set; } = true;

    [Mutates]
    public void Execute(string statement)
    {
        ObjectDisposedException.ThrowIf(!IsOpen, this);
        _statements.Add(statement);
    }

    [Mutates]
    public void Commit()
    {
        Console.WriteLine($"Committed statements: {_statements.Count}");
        _statements.Clear();
    }

    public void Dispose()
    {
        if (_statements.Count > 0)
            Console.WriteLine($"Rolled back statements: {_statements.Count}");

        IsOpen = false;
    }
}

/// <summary>A connection with the transaction that runs on it.</summary>
[Owned]
public sealed class Connection : IDisposable
{
    public Transaction Transaction = new();

    public void Dispose() => Transaction.Dispose();
}
