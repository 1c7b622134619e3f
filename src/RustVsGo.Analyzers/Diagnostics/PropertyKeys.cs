namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The keys of <c>Diagnostic.Properties</c>: what the labels say and what a code fix needs to know.</summary>
public static class PropertyKeys
{
    /// <summary>Followed by an index into the additional locations: what that span is about, as a sentence.</summary>
    public const string Label = "label";

    /// <summary>
    /// The index of the additional location that is the cause. For a use after a move: the expression that was moved, exactly
    /// (the <c>config</c> of <c>PrintHost(config)</c>). For a conflict of borrows: the expression that is borrowed.
    /// </summary>
    public const string Cause = "cause";

    /// <summary>
    /// All causes where there are several, as of a value that is moved on two ways to its use: an index and the kind of each, in the order of the source
    /// (<c>0:Argument,2:Assigned</c>).
    /// </summary>
    public const string Causes = "causes";

    /// <summary>How the cause took the value: the name of a <c>MoveCauseKind</c> (<c>Argument</c>, <c>Receiver</c>, <c>Assigned</c>, …).</summary>
    public const string CauseKind = "causeKind";

    /// <summary>The index of the additional location where a borrow is needed again; absent where the reported expression itself needs it.</summary>
    public const string LaterUse = "laterUse";

    /// <summary>The index of the additional location that declares the parameter that takes ownership.</summary>
    public const string Parameter = "parameter";

    /// <summary>Of a value that nobody drops, how it is lost: the name of a <c>LossKind</c>.</summary>
    public const string Loss = "loss";

    /// <summary>Of a type without a drop: the names of the members that it would drop, separated by commas.</summary>
    public const string Members = "members";

    /// <summary>For a contract that differs from that of its base: the attribute that the base has, as it is written between brackets.</summary>
    public const string Attribute = "attribute";

    /// <summary>For a borrowed result without a source: the names that could be given, separated by commas.</summary>
    public const string Sources = "sources";
}
